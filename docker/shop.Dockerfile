FROM eclipse-temurin:21.0.9_10-jre
RUN useradd --system --create-home shop
WORKDIR /opt/shop
COPY demo-shop/target/perfloop-demo-shop.jar shop.jar
USER shop
EXPOSE 8081 9010
ENTRYPOINT ["java", "-Xmx384m", \
    "-Dcom.sun.management.jmxremote.port=9010", "-Dcom.sun.management.jmxremote.rmi.port=9010", \
    "-Dcom.sun.management.jmxremote.authenticate=false", "-Dcom.sun.management.jmxremote.ssl=false", \
    "-Djava.rmi.server.hostname=shop", "-jar", "shop.jar"]
