FROM eclipse-temurin:21.0.9_10-jre
RUN useradd --system --create-home perfloop && mkdir -p /var/lib/perfloop/reports && chown perfloop /var/lib/perfloop/reports
WORKDIR /opt/perfloop
COPY load-tests/target/dist load-tests
COPY workers/target/dist lib
USER perfloop
ENV PERFLOOP_LOAD_LAUNCHER_CLASSPATH=/opt/perfloop/load-tests/* \
    PERFLOOP_LOAD_REPORTS_DIR=/var/lib/perfloop/reports
EXPOSE 8091
HEALTHCHECK --interval=10s --start-period=40s \
    CMD bash -c 'exec 3<>/dev/tcp/127.0.0.1/8091 && printf "GET /actuator/health/liveness HTTP/1.0\r\n\r\n" >&3 && head -n 1 <&3 | grep -q " 200"'
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-cp", "lib/*", "dev.perfloop.WorkersApplication"]
