import { fileKinds } from '@foyer/patients'
import type { LucideIcon } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Button, type ButtonProps } from '../../../ui/index.ts'

export interface FileButtonProps {
  readonly children: ReactNode
  readonly onFiles: (files: readonly File[]) => void
  readonly several?: boolean
  /** One picture; a phone offers its camera. */
  readonly capture?: boolean
  readonly icon?: LucideIcon
  readonly variant?: NonNullable<ButtonProps['variant']>
  readonly size?: NonNullable<ButtonProps['size']>
}

export function FileButton({ children, onFiles, several = false, capture = false, ...look }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const accepted = capture ? fileKinds.filter((kind) => kind.startsWith('image/')) : fileKinds
  return (
    <>
      <Button {...look} onPress={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={several}
        accept={accepted.join(',')}
        {...(capture ? { capture: 'environment' as const } : {})}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          // The same file may be chosen again.
          target.value = ''
        }}
      />
    </>
  )
}
