package dev.perfloop.load;

import dev.perfloop.load.FirstAnswer.Answered;
import dev.perfloop.load.SingleRequests.Maker;
import dev.perfloop.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sends each request of a scenario once, by itself and without a run, for its owner to see what comes back. */
@Service
public class TrialRequests {
    private final SingleRequests requests;
    private final LoadProperties properties;

    TrialRequests(SingleRequests requests, LoadProperties properties) {
        this.requests = requests;
        this.properties = properties;
    }

    /**
     * One request that was sent.
     *
     * @param address path and query as they were sent, which may hold secrets
     * @param status null when nothing came back; so are ms and bytes
     * @param leadsTo where it redirects, without query; empty when nowhere
     * @param words why a load of it would fail; empty when it would not
     */
    public record Trial(
            String request,
            String method,
            String address,
            boolean good,
            @Nullable Integer status,
            @Nullable Double ms,
            @Nullable Long bytes,
            String leadsTo,
            String words,
            String mend) {

        public Trial at(String otherAddress) {
            return new Trial(request, method, otherAddress, good, status, ms, bytes, leadsTo, words, mend);
        }
    }

    /**
     * In the order of the file, the login first.
     *
     * @param seed same seed, same values
     * @throws dev.perfloop.target.TargetRefused when a feeder gives no values, or a request goes to a host that is not listed
     */
    public List<Trial> send(Target target, long seed) throws InterruptedException {
        Maker maker = requests.of(target, seed);
        List<Trial> trials = new ArrayList<>();
        for (String name : maker.names()) {
            trials.add(one(target, maker, name));
        }
        return trials;
    }

    private Trial one(Target target, Maker maker, String name) throws InterruptedException {
        var visit = maker.visit(name, 0);
        var request = visit.request();
        var answer = SingleSending.answer(visit, properties.requestTimeout().toMillis() / 1000.0);
        var answered = answer instanceof Answered came ? came : null;
        var login = Optional.ofNullable(answered).flatMap(came -> LoginPages.words(came, target));
        boolean good = answer.isGood() && login.isEmpty();
        return new Trial(
                name,
                request.method(),
                address(request),
                good,
                answered == null ? null : answered.status(),
                answered == null ? null : answered.ms(),
                answered == null ? null : answered.bytes(),
                answered == null ? "" : answered.location().replaceFirst("\\?.*", ""),
                good
                        ? ""
                        : login.map(refused -> String.valueOf(refused.getMessage()))
                                .orElseGet(answer::inWords),
                good ? "" : login.map(refused -> refused.mend()).orElse(FirstLook.MEND));
    }

    private static String address(SingleRequest request) {
        String query = request.address().getRawQuery();
        return request.address().getRawPath() + (query == null ? "" : "?" + query);
    }
}
