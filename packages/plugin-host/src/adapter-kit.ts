export {
  type CallOptions,
  type Channel,
  type ChannelMethod,
  type ChannelOptions,
  createChannel,
} from './channel/channel.ts'
export { type ChannelLimits, channelLimits } from './channel/channel-limits.ts'
export type { RawPort } from './channel/raw-port.ts'
export {
  type Liveness,
  type LivenessLimits,
  type LivenessOptions,
  createLiveness,
  livenessLimits,
} from './isolation/liveness.ts'
export { type RealmServer, type RealmServerOptions, serveRealm } from './isolation/realm-server.ts'
export {
  type IsolationLimits,
  type Place,
  type PlaceEnd,
  type RemoteRuntime,
  type RemoteRuntimeOptions,
  createRemoteRuntime,
} from './isolation/remote-runtime.ts'
