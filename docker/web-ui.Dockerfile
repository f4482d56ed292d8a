FROM eclipse-temurin:21.0.9_10-jre
RUN useradd --system --create-home perfloop
WORKDIR /opt/perfloop
COPY web-ui/target/dist lib
USER perfloop
ENV PERFLOOP_DATA_DIR=/var/lib/perfloop
EXPOSE 8090
HEALTHCHECK --interval=10s --start-period=40s \
    CMD bash -c 'exec 3<>/dev/tcp/127.0.0.1/8090 && printf "GET /actuator/health/liveness HTTP/1.0\r\n\r\n" >&3 && head -n 1 <&3 | grep -q " 200"'
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-cp", "lib/*", "dev.perfloop.web.WebUiApplication"]
