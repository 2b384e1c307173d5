package centralcommand.web.layout;

import centralcommand.web.identity.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in and the way out. */
@Controller
class HomePages {

    @GetMapping("/")
    String home(SignedIn signedIn) {
        return "redirect:" + signedIn.home();
    }

    @GetMapping("/signed-out")
    String signedOut() {
        return "signed-out";
    }

    @GetMapping("/sign-in-failed")
    String signInFailed() {
        return "sign-in-failed";
    }
}
