package centralcommand.query.server.inbox;

import centralcommand.query.contract.inbox.Inbox;
import centralcommand.query.server.view.Log;
import centralcommand.query.server.view.Sight;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InboxEndpoint {
    private final Log log;

    InboxEndpoint(Log log) {
        this.log = log;
    }

    @GetMapping("/api/inbox")
    Inbox inbox(Sight sight) {
        return InboxView.of(sight, log);
    }
}
