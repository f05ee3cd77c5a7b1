# Coverage Graph as a container: the database and the pages are made at build, nothing is written at run time.
#   docker build -t coverage-graph .
#   docker run --read-only --publish 4000:4000 coverage-graph
# The digests are those of the tags for all platforms; docs/container.md says how they are read.

FROM node:24.21.0-bookworm@sha256:64af3819f9275802414d7cdc38c27e9d82bd564dec4d4da87d008255d36c63b4 AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund
COPY src/web/package.json src/web/package-lock.json src/web/
RUN npm ci --prefix src/web --no-audit --no-fund
COPY src/graphiql/page/package.json src/graphiql/page/package-lock.json src/graphiql/page/
RUN npm ci --prefix src/graphiql/page --no-audit --no-fund
COPY tsconfig.json ./
COPY db db
COPY schema schema
COPY seed seed
COPY src src
RUN node seed/main.js
RUN node src/own-pages.ts

FROM node:24.21.0-bookworm-slim@sha256:d6aa754f16b3197301076f047b5def2f02ea1dbbc2ca920407d46d7ec7f87b20
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATABASE=.data/coverage.sqlite BUILD=off
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY package.json package-lock.json LICENSE ./
COPY db db
COPY schema schema
COPY seed seed
COPY src src
COPY examples/questions examples/questions
COPY --from=build /app/.build .build
COPY --from=build /app/.data/coverage.sqlite .data/
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.js"]
