package dev.perfloop.profiling.jfr;

import dev.perfloop.profiling.JvmFacts.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells the service's own code from what it stands on. Nobody can list all own packages of all services, so the well-known
 * others are listed; whatever is not among them is taken for the service's own.
 */
final class Codebase {
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final List<String> DRIVERS =
            List.of("org.postgresql.", "com.impossibl.", "io.r2dbc.", "software.amazon.jdbc.", "io.vertx.pgclient.");
    private static final List<String> SAMPLES = List.of("org.springframework.samples.", "io.quarkus.sample.");
    private static final List<String> LIBRARIES = List.of(
            "org.springframework.",
            "jakarta.",
            "org.hibernate.",
            "com.zaxxer.",
            "com.fasterxml.",
            "tools.jackson.",
            "ch.qos.logback.",
            "org.slf4j.",
            "org.apache.catalina.",
            "org.apache.coyote.",
            "org.apache.tomcat.",
            "org.apache.logging.",
            "org.apache.juli.",
            "org.apache.naming.",
            "org.apache.commons.",
            "org.apache.log4j.",
            "org.apache.hc.",
            "org.apache.http.",
            "org.apache.kafka.",
            "org.apache.el.",
            "org.apache.jasper.",
            "org.apache.ibatis.",
            "org.apache.lucene.",
            "org.apache.camel.",
            "org.apache.cxf.",
            "org.apache.activemq.",
            "org.apache.xerces.",
            "org.apache.poi.",
            "io.netty.",
            "reactor.",
            "io.reactivex.",
            "org.reactivestreams.",
            "io.projectreactor.",
            "io.undertow.",
            "org.eclipse.",
            "org.xnio.",
            "org.jboss.",
            "org.wildfly.",
            "io.quarkus.",
            "io.smallrye.",
            "io.vertx.",
            "io.micronaut.",
            "io.helidon.",
            "io.dropwizard.",
            "org.glassfish.",
            "io.micrometer.",
            "io.prometheus.",
            "io.opentelemetry.",
            "io.opentracing.",
            "brave.",
            "zipkin2.",
            "com.google.",
            "okhttp3.",
            "okio.",
            "retrofit2.",
            "feign.",
            "io.grpc.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "akka.",
            "play.",
            "groovy.",
            "org.codehaus.",
            "org.jooq.",
            "org.mybatis.",
            "org.flywaydb.",
            "liquibase.",
            "net.bytebuddy.",
            "org.aspectj.",
            "javassist.",
            "org.objectweb.asm.",
            "com.github.benmanes.",
            "org.ehcache.",
            "net.sf.ehcache.",
            "com.hazelcast.",
            "io.lettuce.",
            "redis.clients.",
            "org.redisson.",
            "io.github.resilience4j.",
            "com.netflix.",
            "io.agroal.",
            "com.mchange.",
            "org.thymeleaf.",
            "freemarker.",
            "org.attoparser.",
            "org.unbescape.",
            "org.yaml.",
            "com.mysql.",
            "oracle.",
            "com.microsoft.sqlserver.",
            "org.h2.",
            "org.mariadb.",
            "com.mongodb.",
            "org.bson.",
            "org.quartz.",
            "org.json.",
            "org.dom4j.",
            "org.w3c.",
            "org.xml.",
            "org.jspecify.",
            "org.bouncycastle.",
            "io.jsonwebtoken.",
            "com.nimbusds.",
            "com.auth0.",
            "org.mapstruct.",
            "org.antlr.",
            "org.jctools.",
            "com.ibm.",
            "com.amazonaws.",
            "software.amazon.",
            "com.azure.",
            "com.querydsl.",
            "org.threeten.",
            "org.joda.",
            "io.swagger.",
            "org.springdoc.",
            "com.lmax.",
            "io.jaegertracing.",
            "net.logstash.",
            "org.tukaani.",
            "com.github.luben.",
            "org.xerial.",
            "jersey.",
            "com.newrelic.",
            "com.datadog.",
            "datadog.",
            "co.elastic.",
            "org.jacoco.",
            "com.intellij.",
            "org.junit.",
            "org.gradle.",
            "com.codahale.",
            "org.HdrHistogram.",
            "com.samskivert.",
            "com.jayway.",
            "org.modelmapper.",
            "org.snakeyaml.",
            "io.camunda.",
            "org.camunda.");

    private static final int MOST_KNOWN = 50_000;

    private final Map<String, Owner> owners = new HashMap<>();
    private final String ownPackage;

    /** @param mainClass of the service, or the jar it was started from; its package is its own whatever it is called */
    Codebase(String mainClass) {
        String first = mainClass.strip().split("\\s+", 2)[0];
        int dot = first.lastIndexOf('.');
        String of = first.endsWith(".jar") || first.contains("/") || dot < 0 ? "" : first.substring(0, dot + 1);
        ownPackage = startsWith(of, List.of("org.springframework.boot.loader.")) ? "" : of;
    }

    Frame frame(String type, String method) {
        var owner = owners.get(type);
        if (owner == null) {
            owner = ownerOf(type);
            if (owners.size() < MOST_KNOWN) {
                owners.put(type, owner);
            }
        }
        boolean library = owner == Owner.LIBRARY || owner == Owner.DRIVER;
        return new Frame(type, type.replace('$', '.') + "." + plain(method), owner, library ? library(type) : "");
    }

    private Owner ownerOf(String type) {
        if (type.contains("$Proxy") || type.contains("CGLIB$$") || type.contains("$HibernateProxy")) {
            return Owner.LIBRARY;
        }
        if (startsWith(type, JDK) || type.contains("$$Lambda")) {
            return Owner.JDK;
        }
        if (!ownPackage.isEmpty() && type.startsWith(ownPackage) || startsWith(type, SAMPLES)) {
            return Owner.APPLICATION;
        }
        if (startsWith(type, DRIVERS)) {
            return Owner.DRIVER;
        }
        return startsWith(type, LIBRARIES) ? Owner.LIBRARY : Owner.APPLICATION;
    }

    static boolean startsWith(String type, List<String> prefixes) {
        return prefixes.stream().anyMatch(type::startsWith);
    }

    /** A lambda is a part of the method that holds it. */
    private static String plain(String method) {
        if (method.startsWith("lambda$")) {
            int end = method.lastIndexOf('$');
            return end > 7 ? method.substring(7, end) : method;
        }
        return method;
    }

    private static String library(String type) {
        String[] parts = type.split("\\.");
        return String.join(
                ".",
                Stream.of(parts)
                        .limit(Math.min(3, Math.max(1, parts.length - 1)))
                        .toList());
    }
}
