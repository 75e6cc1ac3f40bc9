import type { CallInput, EndpointSpec, Refusal, Reply } from '@foyer/contract'
import type { Result } from '@foyer/kernel'
import {
  keepPreviousData,
  QueryClient,
  useMutation,
  type UseQueryResult,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback } from 'react'
import { call, ProblemError } from './client.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof ProblemError && error.status === 0 && count < 3,
      refetchOnWindowFocus: true,
    },
  },
})

/** The key under which an answer is remembered: the endpoint's path pattern, then what was asked. */
export function askKey(spec: EndpointSpec, input: object): readonly unknown[] {
  return [spec.path, input]
}

export interface AskOptions {
  readonly isEnabled?: boolean
  readonly keepPrevious?: boolean
  /** Asking is written down with the record: it is asked once each time somebody opens it, never again by itself. */
  readonly isWritten?: boolean
}

const onlyWhenAsked = {
  staleTime: Infinity,
  refetchOnMount: 'always',
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const

/** An answer to show, kept fresh by what the server tells. Refusals of a question are thrown. */
export function useAsk<S extends EndpointSpec>(
  spec: S,
  input: CallInput<S>,
  options: AskOptions = {},
): UseQueryResult<Reply<S>, Error> {
  const client = useQueryClient()
  return useQuery<Reply<S>, Error>({
    queryKey: askKey(spec, input),
    queryFn: async ({ signal, queryKey }) => {
      const background = client.getQueryState(queryKey)?.data !== undefined
      const result = await call(spec, input, { signal, background })
      if (!result.ok) throw new Error((result.error as { reason: string }).reason)
      return result.value
    },
    enabled: options.isEnabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.isWritten ? onlyWhenAsked : {}),
  })
}

export type Answers<T> = {
  /** Those that have arrived, in the order of the questions; the same list as long as the same stands in it. */
  readonly data: readonly T[]
  /** Why one of them has not arrived. */
  readonly error: Error | null
  readonly isFetching: boolean
  readonly retry: () => void
}

/** The answers to one question about several things, each remembered and kept fresh as `useAsk` would. */
export function useAsks<S extends EndpointSpec>(spec: S, inputs: readonly CallInput<S>[]): Answers<Reply<S>> {
  const client = useQueryClient()
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: askKey(spec, input),
      queryFn: async (asked: { signal: AbortSignal; queryKey: readonly unknown[] }): Promise<Reply<S>> => {
        const background = client.getQueryState(asked.queryKey)?.data !== undefined
        const result = await call(spec, input, { signal: asked.signal, background })
        if (!result.ok) throw new Error((result.error as { reason: string }).reason)
        return result.value
      },
    })),
    combine: (answers): Answers<Reply<S>> => ({
      data: answers.flatMap(({ data }) => (data === undefined ? [] : [data])),
      error: answers.find(({ data, error }) => data === undefined && error !== null)?.error ?? null,
      isFetching: answers.some((one) => one.isFetching),
      retry: () => {
        for (const one of answers) void one.refetch()
      },
    }),
  })
}

/** Something to do. A network that fails in between is tried once more under the same key, so it is done once. */
export function useAct<S extends EndpointSpec>(
  spec: S,
): { act: (input: CallInput<S>) => Promise<Result<Reply<S>, Refusal<S>>>; isPending: boolean } {
  const mutation = useMutation({
    // Offline it fails at once and says so; kept back and sent later it would be done unseen.
    networkMode: 'always',
    mutationFn: async (input: CallInput<S>) => {
      const idempotencyKey = crypto.randomUUID()
      try {
        return await call(spec, input, { idempotencyKey })
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status !== 0) throw error
        return call(spec, input, { idempotencyKey })
      }
    },
  })
  const { mutateAsync, isPending } = mutation
  const act = useCallback((input: CallInput<S>) => mutateAsync(input), [mutateAsync])
  return { act, isPending }
}

/** Asks again for every shown answer of these endpoints. */
export function refresh(...specs: readonly EndpointSpec[]): Promise<void> {
  return queryClient.invalidateQueries({ predicate: (query) => specs.some((spec) => spec.path === query.queryKey[0]) })
}
