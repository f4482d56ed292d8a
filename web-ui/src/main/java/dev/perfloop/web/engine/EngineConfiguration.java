package dev.perfloop.web.engine;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The sweepers of the outboxes run on a schedule. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EngineConfiguration {}
