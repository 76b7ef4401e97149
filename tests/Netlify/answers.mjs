// What Netlify would answer, by its own parsers and rule matcher: reads {repository, output, contexts, requests} as JSON from a file, writes
// {contexts, errors, answers} as JSON to standard output. Usage: node answers.mjs question.json
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { resolveConfig } from '@netlify/config'
import { parseAllHeaders } from '@netlify/headers-parser'
import { parseAllRedirects } from '@netlify/redirect-parser'
import redirector from 'netlify-redirector'

const question = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const netlifyConfigPath = path.join(question.repository, 'netlify.toml')
const inOutput = (name) => path.join(question.output, name)

const contexts = {}
for (const { context, branch } of question.contexts) {
  const { config } = await resolveConfig({
    config: netlifyConfigPath, repositoryRoot: question.repository, cwd: question.repository, context, branch, mode: 'require', offline: true, logs: { stdout: [], stderr: [] },
  })
  contexts[context] = { command: config.build.command, publish: path.relative(question.repository, config.build.publish), environment: config.build.environment }
}

// Files of the published folder come before netlify.toml.
const existing = (name) => (existsSync(inOutput(name)) ? [inOutput(name)] : [])
const { redirects, errors: redirectErrors } = await parseAllRedirects({ redirectsFiles: existing('_redirects'), netlifyConfigPath, minimal: false })
const { headers, errors: headerErrors } = await parseAllHeaders({ headersFiles: existing('_headers'), netlifyConfigPath, minimal: false })
const matcher = await redirector.parseJSON(JSON.stringify(redirects), {})

// A file, or the index of a folder; Netlify serves both at the same address.
const fileOf = (name) => [name, path.join(name, 'index.html')].find((f) => existsSync(inOutput(f)) && statSync(inOutput(f)).isFile())

const answerTo = ({ path: asked, acceptLanguage, cookie }) => {
  const cookies = Object.fromEntries((cookie ?? '').split(';').map((c) => c.trim().split('=')).filter(([key]) => key))
  // As Netlify's command line does: the cookie before the browser's first language, of which two letters count.
  const language = cookies.nf_lang || (acceptLanguage ?? '').split(',')[0].slice(0, 2)
  const requestHeaders = { 'x-language': language, 'accept-language': acceptLanguage ?? '' }
  const match = matcher.match({
    scheme: 'https', host: 'example.org', path: decodeURIComponent(asked), query: '', headers: requestHeaders, cookieValues: cookies,
    getHeader: (name) => requestHeaders[name.toLowerCase()] || '', getCookie: (name) => cookies[name] || '',
  })
  const file = fileOf(decodeURIComponent(asked))
  const values = Object.assign({}, ...headers.filter(({ forRegExp }) => forRegExp.test(asked)).map(({ values }) => values))
  if (match && (match.force || !file)) {
    if (match.status >= 300 && match.status < 400) return { status: match.status, location: match.to }
    return { status: match.status, file: fileOf(match.to), headers: values }
  }
  return { status: file ? 200 : 404, file: file ?? fileOf('/404.html'), headers: values }
}

process.stdout.write(JSON.stringify({
  contexts,
  redirects: redirects.length,
  headers: headers.length,
  errors: [...redirectErrors, ...headerErrors].map(String),
  answers: question.requests.map((request) => answerTo(request)),
}))
