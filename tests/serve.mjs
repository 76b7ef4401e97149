// Serves a built site on this machine as Netlify does: its headers from netlify.toml, compressed, with its 404 pages.
// node tests/serve.mjs FOLDER PORT
import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import { join, extname, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const [folder, port] = process.argv.slice(2);
const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.xml': 'application/xml; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.csv': 'text/csv; charset=utf-8', '.pdf': 'application/pdf',
};

// [[headers]] sections: for = "/*" and values; the promise of HTTPS cannot be kept here.
const rules = readFileSync(new URL('../netlify.toml', import.meta.url), 'utf8').split('[[headers]]').slice(1).map((section) => ({
  pattern: new RegExp(`^${section.match(/for = "(.*)"/)[1].replace(/[.]/g, '\\.').replace(/\*/g, '.*')}$`),
  values: [...section.matchAll(/^ {4}([A-Za-z-]+) = "(.*)"$/gm)].map(([, name, value]) => [name, value]).filter(([name]) => name !== 'Strict-Transport-Security'),
}));

const fileAt = (path) => {
  const file = join(folder, normalize(path));
  try {
    return file.startsWith(normalize(folder)) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
};

const compressed = new Map();
const encode = (file, encoding) => {
  const key = `${encoding} ${file}`;
  if (!compressed.has(key)) compressed.set(key, encoding === 'br' ? brotliCompressSync(readFileSync(file)) : encoding === 'gzip' ? gzipSync(readFileSync(file)) : readFileSync(file));
  return compressed.get(key);
};

createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const found = fileAt(path.endsWith('/') ? `${path}index.html` : path);
  if (!found && !extname(path) && fileAt(`${path}/index.html`)) {
    response.writeHead(301, { Location: `${path}/` }).end();
    return;
  }
  const file = found ?? fileAt(`${path.split('/')[1]}/404.html`) ?? fileAt('404.html');
  const extension = extname(file ?? '');
  const accepted = /\.(png|pdf)$/.test(extension) ? '' : request.headers['accept-encoding'] ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
  const headers = { 'Content-Type': types[extension] ?? 'application/octet-stream', Vary: 'Accept-Encoding' };
  for (const { pattern, values } of rules) if (pattern.test(path)) for (const [name, value] of values) headers[name] = value;
  if (encoding) headers['Content-Encoding'] = encoding;
  response.writeHead(found ? 200 : 404, headers).end(file && request.method !== 'HEAD' ? encode(file, encoding) : undefined);
}).listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/`));
