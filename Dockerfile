# The companion. Settings are environment variables: docs/companion.md. COMPANION_URL has to be given.
FROM node:24.21.0-bookworm-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json ./
# No install scripts: better-sqlite3 brings its binary along.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

COPY src-shared ./src-shared
COPY src-companion ./src-companion
COPY src-renderer/styles/tokens.css ./src-renderer/styles/tokens.css

RUN mkdir -m 700 /data && chown node:node /data
ENV COMPANION_HOST=0.0.0.0 COMPANION_PORT=8787 COMPANION_DATA=/data
VOLUME /data
EXPOSE 8787
USER node

# A database that is away makes it unready (/readyz), not unhealthy: a new container would help nobody.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src-companion/main.ts"]
