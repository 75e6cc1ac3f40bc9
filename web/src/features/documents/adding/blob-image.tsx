import { type CSSProperties, useEffect, useRef } from 'react'

export interface BlobImageProps {
  readonly blob: Blob
  readonly alt: string
  readonly className?: string | undefined
  readonly style?: CSSProperties
  readonly onSize?: (size: { readonly width: number; readonly height: number }) => void
  readonly onBroken?: () => void
}

/** A picture in memory; its address lasts as long as it is shown. */
export function BlobImage({ blob, alt, className, style, onSize, onBroken }: BlobImageProps) {
  const image = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const url = URL.createObjectURL(blob)
    image.current?.setAttribute('src', url)
    return () => URL.revokeObjectURL(url)
  }, [blob])
  return (
    <img
      ref={image}
      alt={alt}
      className={className}
      style={style}
      onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => onSize?.({ width, height })}
      onError={() => onBroken?.()}
    />
  )
}
