# Wraps the built jar: ./mvnw -DskipTests package && docker build --tag pilothouse:0.1.0 .
# Two stages: the jar is taken apart into layers, so that a new build of ours ships a few hundred kilobytes, not every library.

FROM eclipse-temurin:25-jdk AS layers
WORKDIR /build
COPY app/target/pilothouse.jar pilothouse.jar
RUN java -Djarmode=tools -jar pilothouse.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home pilothouse \
 && install --directory --owner=pilothouse --mode=700 /data
COPY --chmod=755 deploy/ready.sh /usr/local/bin/pilothouse-ready
WORKDIR /opt/pilothouse
COPY --from=layers /build/extracted/dependencies/ ./
COPY --from=layers /build/extracted/spring-boot-loader/ ./
COPY --from=layers /build/extracted/snapshot-dependencies/ ./
COPY --from=layers /build/extracted/application/ ./
USER pilothouse
EXPOSE 8080
# a container has its own network: what may reach it is decided by what is published
ENV PILOTHOUSE_HTTP_ADDRESS=0.0.0.0
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=12 CMD ["pilothouse-ready"]
# a share of the container's memory, not of the machine's; a heap that is full ends the process, and its restart finds all in the database
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "pilothouse.jar"]
CMD ["serve", "--role=all"]
