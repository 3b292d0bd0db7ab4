/** Only script of the page in which a framed worker lives: hands the line of its parent to a worker. */
addEventListener('message', (event) => {
  if (event.source !== parent || event.ports.length !== 1) return
  const file = new URL('./web-worker-bootstrap.js', import.meta.url)
  const worker = new Worker(file, { type: 'module', name: 'plugin' })
  worker.addEventListener('error', (error) => {
    error.preventDefault()
    parent.postMessage({ workerError: error.message ?? 'It could not be loaded' }, event.origin)
  })
  worker.postMessage(null, [...event.ports])
})
