package dev.perfloop.web.approvals;

enum Decision {
    APPROVE,
    REJECT
}
