import { signatureField, signaturePath } from '@foyer/patients'
import { type PointerEvent, useId, useRef, useState } from 'react'
import { Button } from '../../ui/index.ts'
import styles from './consents.module.css'

type Point = { readonly x: number; readonly y: number }

export interface SignaturePadProps {
  readonly label: string
  readonly help: string
  readonly clear: string
  /** An SVG path; empty while nothing is drawn. */
  readonly path: string
  readonly onChange: (path: string) => void
  readonly errorMessage?: string
}

/** Draws a signature by finger, pen or mouse. Whoever cannot draw types: the choice stands above it. */
export function SignaturePad({ label, help, clear, path, onChange, errorMessage }: SignaturePadProps) {
  const [strokes, setStrokes] = useState<readonly (readonly Point[])[]>([])
  const isDown = useRef(false)
  const id = useId()
  const put = (next: readonly (readonly Point[])[]) => {
    setStrokes(next)
    onChange(signaturePath(next))
  }
  const pointOf = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      x: ((event.clientX - box.left) / box.width) * signatureField.width,
      y: ((event.clientY - box.top) / box.height) * signatureField.height,
    }
  }
  return (
    <div className={styles.padFrame}>
      <span id={`${id}-label`} className={styles.padLabel}>
        {label}
      </span>
      <svg
        role="img"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-help`}
        viewBox={`0 0 ${signatureField.width} ${signatureField.height}`}
        className={styles.pad}
        onPointerDown={(event) => {
          isDown.current = true
          event.currentTarget.setPointerCapture(event.pointerId)
          put([...strokes, [pointOf(event)]])
        }}
        onPointerMove={(event) => {
          if (isDown.current) put([...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), pointOf(event)]])
        }}
        onPointerUp={() => {
          isDown.current = false
        }}
        onPointerCancel={() => {
          isDown.current = false
        }}
      >
        <line x1="24" x2={signatureField.width - 24} y1="124" y2="124" className={styles.padLine} />
        <path d={path || 'M0 0'} className={styles.ink} />
      </svg>
      <div className={styles.padFoot}>
        <span
          id={`${id}-help`}
          className={errorMessage ? styles.fault : styles.quiet}
          role={errorMessage ? 'alert' : undefined}
        >
          {errorMessage ?? help}
        </span>
        <Button size="sm" variant="quiet" isDisabled={path === ''} onPress={() => put([])}>
          {clear}
        </Button>
      </div>
    </div>
  )
}
