import { setMaxListeners } from 'node:events'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { createKeyPlaces } from '../app/limits/key-places.ts'
import { createPlaces } from '../app/places.ts'
import { headFor } from './answers/response-head.ts'
import type { AppParts } from './app-parts.ts'
import { boundConnections } from './connections/bound-connections.ts'
import { createConnections } from './connections/connections.ts'
import { refuseTunnel } from './connections/refuse-tunnel.ts'
import { createOpenApiText } from './documents/open-api-text.ts'
import { createReferenceText } from './documents/reference-text.ts'
import { sendError, sendFailure } from './errors/send-error.ts'
import { createGate } from './gate/gate.ts'
import { createTurnLooks } from './gate/turn-looks.ts'
import { createHoldOff } from './held-off/hold-off.ts'
import { refuseFirst } from './held-off/refuse-first.ts'
import { createHeldOffRefusal } from './held-off/refuse-held-off.ts'
import { HTTP_TIMES } from './http-times.ts'
import type { ListedOperation, Services } from './operation.ts'
import { OPERATIONS } from './operations.ts'
import { recordRequest } from './records/record-request.ts'
import { checkRequest } from './requests/check-request.ts'
import { routeOf } from './requests/path-template.ts'
import { createRequestIds } from './requests/request-id.ts'
import { originForm, splitTarget } from './requests/request-target.ts'
import { allowedMethods, methodsOf, unrouted } from './requests/unrouted.ts'
import { serveOperation } from './serve-operation.ts'

/** Whether a name in the path is empty, which the router takes for a value and no template does. */
const lacksName = (params: unknown): boolean => Object.values(params ?? {}).includes('')

const BROKEN_PATH = {
  status: 400,
  code: 'invalid_parameter',
  message: 'The path holds broken percent-encoding.'
} as const

/** Requests are read by their descriptions. Fastify's own compilers, which no route asks for, take long to load. */
const noCompiler = (): never => {
  throw new Error('no route has a schema for Fastify')
}

/** The HTTP server with these operations, apart from listening. */
export const createApp = (parts: AppParts, operations: readonly ListedOperation[] = OPERATIONS): FastifyInstance => {
  const { limits } = parts.settings
  const { urlLength, headerBytes } = limits
  const stopping = new AbortController()
  // One listener for each answer that waits; Node would suspect a leak.
  setMaxListeners(0, stopping.signal)
  const openApi = createOpenApiText(parts)
  const times = { ...HTTP_TIMES, ...parts.times }
  const services: Services = {
    ...parts,
    times,
    stopping: stopping.signal,
    openApi,
    reference: createReferenceText(openApi),
    requestId: createRequestIds(parts),
    look: createTurnLooks(parts),
    streams: createPlaces(limits.maxConcurrentExports, 'streams'),
    exportsOfKey: createKeyPlaces({ ofKey: limits.maxExportsPerKey, ofAccount: limits.maxExportsPerAccount })
  }
  const holdOff = createHoldOff(parts)
  const gate = createGate(parts, holdOff)
  const connections = createConnections(services, urlLength)

  const begin = (request: FastifyRequest, reply: FastifyReply): void => {
    connections.begin(request.raw, reply.raw, recordRequest(request, reply, services))
  }

  const app = fastify({
    genReqId: services.requestId,
    rewriteUrl: ({ url = '' }) => originForm(url),
    exposeHeadRoutes: false,
    schemaController: { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } },
    return503OnClosing: false,
    keepAliveTimeout: times.keepAlive,
    connectionTimeout: times.idle,
    requestTimeout: times.headers,
    clientErrorHandler: (error, socket) => connections.refuse(error, socket),
    frameworkErrors: (_error, request, reply) => {
      begin(request, reply)
      sendError(reply, BROKEN_PATH, headFor(request))
    },
    // The router's own bound on a part of a path is for routes with regular expressions; the URL has one of its own.
    routerOptions: { querystringParser: () => ({}), maxParamLength: Number.MAX_SAFE_INTEGER },
    http: {
      maxHeaderSize: headerBytes,
      headersTimeout: times.headers,
      requestTimeout: times.headers,
      connectionsCheckingInterval: times.check,
      requireHostHeader: false
    }
  })

  const openPaths = new Set(operations.filter(({ security }) => security === 'open').map(({ path }) => path))
  const refusal = createHeldOffRefusal(holdOff, services, openPaths)
  refuseFirst(app.server, boundConnections(parts.settings), refusal, (request, response) =>
    app.routing(request, response)
  )
  app.server.on('connect', (_request, socket) => refuseTunnel(socket, connections))
  // Node would drop the headers behind the 2,000th unseen; their size is bounded anyway.
  app.server.maxHeadersCount = 0
  app.addHook('onRequest', (request, reply, done) => {
    begin(request, reply)
    const refusal = checkRequest(request.raw, urlLength)
    if (refusal === undefined && !request.is404 && !lacksName(request.params)) {
      // Fastify would judge it before anyone has shown a key; operations find it among the raw headers.
      if (request.raw.method !== 'GET') delete request.raw.headers['content-type']
      done()
      return
    }
    const head = headFor(request)
    if (refusal !== undefined) {
      head.set('Connection', 'close')
      sendError(reply, refusal, head)
      return
    }
    const { path } = splitTarget(request.raw.url ?? '')
    const shown = unrouted(request.method, path, operations)
    if (shown.status === 405) head.set('Allow', allowedMethods(path, operations).join(', '))
    sendError(reply, shown, head)
  })
  app.addHook('preClose', async () => {
    stopping.abort()
    // Node takes a connection for idle once its answer is handed over, though a slow client may still be reading it.
    await connections.quiet()
  })
  app.setErrorHandler((error, _request, reply) => {
    sendFailure(reply, error, services)
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  for (const operation of operations) {
    app.route({
      method: [...methodsOf(operation)],
      url: routeOf(operation.path),
      handler: serveOperation(operation, gate, services)
    })
  }
  return app
}
