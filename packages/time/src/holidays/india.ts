import { easter, fixed, type HolidayRegion } from './holiday-rule.ts'

/**
 * India: those of the central government's gazetted holidays that follow a rule. Holi, Dussehra,
 * Diwali, the two Eids and the other festivals of the moon are announced year by year, some at the
 * sight of the moon, so none of them is here: add the announced ones with `withHolidays`.
 */
export const india: readonly HolidayRegion[] = [
  {
    code: 'IN',
    rules: [
      fixed('Republic Day', '01-26'),
      easter('Good Friday', -2),
      fixed('Independence Day', '08-15'),
      fixed('Gandhi Jayanti', '10-02'),
      fixed('Christmas Day', '12-25'),
    ],
  },
]
