/** First file of the Web Worker that a plugin runs in. */
import '@afterview/plugin-host/web-worker-bootstrap'
