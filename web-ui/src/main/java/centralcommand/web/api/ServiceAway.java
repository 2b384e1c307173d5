package centralcommand.web.api;

/** A service did not answer, or not in time; the message is a sentence for the page. */
public class ServiceAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    ServiceAway(String sentence) {
        super(sentence);
    }

    ServiceAway(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
