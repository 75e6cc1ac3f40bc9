export type Option = {
  readonly id: string
  readonly label: string
  readonly detail?: string
  readonly isDisabled?: boolean
}
