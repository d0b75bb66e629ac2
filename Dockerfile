# Signpost in a container: docker build --pull -t signpost .
# The Node of package.json; --pull fetches what Debian has mended below it since.
# The first stage fetches what the lock file names; only its result goes into the second.
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Add --omit=optional to leave out what reads pictures.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3978 \
    SIGNPOST_STORE=/data/signpost.sqlite
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY catalog ./catalog
COPY dialogs ./dialogs
COPY manifest ./manifest
COPY src ./src
# The first reading of the catalog is kept in the image, where the program may not write.
RUN node src/cli.ts ask 80043431 >/dev/null
# The user "node" of the image; the program itself is not its to change.
RUN mkdir /data && chown node:node /data
USER 1000:1000
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "src/main.ts"]
