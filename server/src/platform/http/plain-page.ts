import type { FastifyReply, FastifyRequest } from 'fastify'
import { problems, type ProblemType } from './problem.ts'

type Language = 'en' | 'es'

/** What a person reads in a tab of their own, where the document they asked for cannot be. */
interface Words {
  readonly title: string
  readonly close: string
  /** By problem or reason; numbers of the refusal go where the name stands. */
  readonly said: Readonly<Record<string, string>>
  readonly otherwise: string
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    title: 'This document cannot be shown',
    close: 'Close this tab, change what you asked for and try again.',
    said: {
      'not-signed-in': 'Sign in to Foyer first.',
      'screen-locked': 'The screen is locked. Unlock it first.',
      'not-allowed': 'Your role does not include this.',
      'not-found': 'There is nothing here any more.',
      'not-understood': 'The address is not complete.',
      'too-many-requests': 'Too many requests. Wait a moment.',
      'dates-backwards': 'The last day is before the first.',
      'too-many-days': 'These are too many days. At most {most} can be printed at once.',
      'too-many-pages': 'These are too many pages. At most {most} can be printed at once.',
      'nothing-to-print': 'There is nothing to print for these days.',
    },
    otherwise: 'Something went wrong. It was noted.',
  },
  es: {
    title: 'Este documento no se puede mostrar',
    close: 'Cierre esta pestaña, cambie lo que pidió e inténtelo de nuevo.',
    said: {
      'not-signed-in': 'Primero inicie sesión en Foyer.',
      'screen-locked': 'La pantalla está bloqueada. Primero desbloquéela.',
      'not-allowed': 'Su función no incluye esto.',
      'not-found': 'Aquí ya no hay nada.',
      'not-understood': 'La dirección no está completa.',
      'too-many-requests': 'Demasiadas solicitudes. Espere un momento.',
      'dates-backwards': 'El último día es anterior al primero.',
      'too-many-days': 'Son demasiados días. Se pueden imprimir {most} a la vez como máximo.',
      'too-many-pages': 'Son demasiadas páginas. Se pueden imprimir {most} a la vez como máximo.',
      'nothing-to-print': 'No hay nada que imprimir en estos días.',
    },
    otherwise: 'Algo salió mal. Quedó anotado.',
  },
}

/** A person opened this address in a tab; a program or a page of ours asks with `fetch` (Fetch Metadata, `navigate`). */
export function isOpened(request: FastifyRequest): boolean {
  const mode = request.headers['sec-fetch-mode']
  if (mode !== undefined) return mode === 'navigate'
  return /^text\/html\b/.test(request.headers.accept ?? '')
}

/** The language of the document, else the first that the browser names. */
function languageOf(request: FastifyRequest): Language {
  const { language } = request.query as { readonly language?: unknown }
  const wanted = typeof language === 'string' ? language : (request.headers['accept-language'] ?? '')
  return /^es\b/i.test(wanted) ? 'es' : 'en'
}

function textOf({ said, otherwise }: Words, reason: string, details: Readonly<Record<string, unknown>>): string {
  return (said[reason] ?? otherwise).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(Number(details[name])))
}

/** Says as a plain page what is wrong. Nothing of the request stands on it, so nothing can be slipped into it. */
export function sendPlainPage(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  reason: string,
  details: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const language = languageOf(request)
  const { title, close } = words[language]
  const html = `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${textOf(words[language], reason, details)}</p><p>${close}</p></main></body>
</html>
`
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .serializer((text: string) => text)
    .send(html)
}

/** The same for a problem. */
export function sendProblemPage(request: FastifyRequest, reply: FastifyReply, type: ProblemType): FastifyReply {
  return sendPlainPage(request, reply, problems[type].status, type)
}
