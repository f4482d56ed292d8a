package dev.perfloop.fingerprint;

/**
 * One request, sent while nothing else was.
 *
 * @param ran     what the database did meanwhile
 * @param ms      until the whole answer was there
 * @param seconds the database was watched for it
 */
record Sending(Counts ran, double ms, long answerBytes, double seconds) {}
