import type { CSSProperties } from 'react'

/**
 * A picture turned by quarters in a frame that fits the stage, times the zoom: the frame takes the room of the
 * turned picture, so that all of it can be scrolled to.
 */
export function turned(
  { width, height }: { readonly width: number; readonly height: number },
  zoom: number,
  turns: number,
): { readonly frame: CSSProperties; readonly picture: CSSProperties } {
  const isSideways = turns % 2 === 1
  const [across, down] = isSideways ? [height, width] : [width, height]
  const fitting = `min(100%, calc(66dvh * ${across / down}))`
  return {
    frame: { inlineSize: zoom === 1 ? fitting : `calc(${fitting} * ${zoom})`, aspectRatio: `${across} / ${down}` },
    picture: {
      inlineSize: isSideways ? `${(width / height) * 100}%` : '100%',
      rotate: `${(turns % 4) * 90}deg`,
    },
  }
}
