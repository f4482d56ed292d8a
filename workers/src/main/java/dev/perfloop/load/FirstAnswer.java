package dev.perfloop.load;

/** What came back to one request that was made by itself. */
sealed interface FirstAnswer {
    boolean isGood();

    /** A whole sentence: which request, what came back. */
    String inWords();

    /**
     * @param location where it sends its client; empty when nowhere
     * @param body its beginning
     * @param bytes size of the whole body; at least, when it is long and the service does not tell
     * @param ms from sending to the end of what is read of the body
     */
    record Answered(
            SingleRequest request, int status, String contentType, String location, String body, long bytes, double ms)
            implements FirstAnswer {
        private static final int SHOWN = 200;

        @Override
        public boolean isGood() {
            return request.isAnsweredBy(status);
        }

        @Override
        public String inWords() {
            String expected = request.expect() == null ? "2xx" : String.valueOf(request.expect());
            return request.name() + " (" + request + ") is answered with status " + status + " instead of " + expected
                    + (location.isEmpty() ? "" : ", to go to " + location) + sample() + ".";
        }

        private String sample() {
            String text = body.replaceAll("\\s+", " ").strip();
            return text.isEmpty()
                    ? " and without a body"
                    : ": \"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + " ..." : text) + "\"";
        }
    }

    record Unanswered(SingleRequest request, String why) implements FirstAnswer {
        @Override
        public boolean isGood() {
            return false;
        }

        @Override
        public String inWords() {
            return request.name() + " (" + request + ") got no answer: " + why + ".";
        }
    }
}
