import { unwrap } from '../../workers/errors.ts'
import type { CommandName, Input, Output } from '../contract.ts'
import type { App } from '../core/createApp.ts'

/** A command of the contract, with its answer or an AppError. */
export type Call = <N extends CommandName>(name: N, input: Input<N>) => Promise<Output<N>>

export function callOf(app: Pick<App, 'dispatch'>): Call {
  return async <N extends CommandName>(name: N, input: Input<N>) =>
    unwrap(await app.dispatch(name, input)) as Output<N>
}
