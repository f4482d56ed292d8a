package dev.perfloop.load.gatling;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * One second of one request.
 *
 * @param count responses and failures that ended in this second
 * @param histogram their latencies in microseconds, HdrHistogram in V2 compressed encoding
 */
public record RecordedSecond(Instant second, String request, int count, int errors, byte[] histogram) {
    public Histogram latencies() {
        try {
            return Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(histogram), 0);
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("A recorded histogram cannot be read", damaged);
        }
    }
}
