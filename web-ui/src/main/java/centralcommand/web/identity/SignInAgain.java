package centralcommand.web.identity;

/** The session is there but can no longer speak for its owner: no token, or one that is not renewed or not accepted. */
public class SignInAgain extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SignInAgain(String why) {
        super(why);
    }

    public SignInAgain(String why, Throwable cause) {
        super(why, cause);
    }
}
