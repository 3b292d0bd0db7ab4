import { createLintLanguage, lint } from '@afterview/templates'
import { describe, expect, it } from 'vitest'
import { ownPack } from './own-letters.ts'

describe('the words of French and Spanish', () => {
  it.each([
    ['fr', 'Je me permets de vous relancer au sujet du poste.'],
    ['fr', 'Je voulais juste savoir où vous en êtes.'],
    ['fr', 'Dans l’attente d’une réponse favorable, je reste joignable.'],
    ['fr', 'Désolée de te déranger encore une fois.'],
    ['es', 'Solo quería saber si hay novedades.'],
    ['es', 'Perdone las molestias, pero no tengo respuesta.'],
    ['es', 'Quedo a la espera de su respuesta.'],
    ['es', 'Sin otro particular, me despido.'],
  ])('find in %s what weakens a letter: %s', (language, text) => {
    expect(rulesFor(language, text)).toContain('phrase-banned')
  })

  it.each([
    ['fr', 'Mon intérêt pour ce poste reste entier.'],
    ['fr', 'J’aimerais beaucoup rejoindre votre équipe.'],
    ['fr', 'Je serais heureuse de commencer en mars.'],
    ['fr', 'J’ai envie d’apprendre ce métier chez vous.'],
    ['es', 'Me gustaría mucho formar parte del equipo.'],
    ['es', 'El puesto me interesa de verdad.'],
    ['es', 'Tengo muchas ganas de empezar.'],
    ['es', 'Deseo incorporarme a su equipo.'],
  ])('hear in %s that the interest is real: %s', (language, text) => {
    expect(rulesFor(language, text)).not.toContain('interest-missing')
  })

  it.each([
    ['fr', 'Je vous remercie de cet entretien et des explications sur les audits.'],
    ['fr', 'Les nouveaux contrôles vont rejoindre le calendrier commun.'],
    ['es', 'Le agradezco la entrevista y las explicaciones sobre los turnos.'],
    ['es', 'El equipo de la planta va a unirse a otro turno.'],
  ])('do not mistake thanks for interest in %s: %s', (language, text) => {
    expect(rulesFor(language, text)).toContain('interest-missing')
  })
})

function rulesFor(language: string, text: string): readonly string[] {
  const words = ownPack.words[language]
  if (!words) throw new Error(`no words for ${language}`)
  const context = { language: createLintLanguage(words), needs: ['interest'] as const }
  return lint({ subject: 'Poste', text }, context).map(({ rule }) => rule)
}
