package centralcommand.command.contract.program;

/** Step of the chain from ore to magnet, or the ground it stands on. */
public enum Stage {
    MINE,
    CONCENTRATE,
    SEPARATION,
    METAL,
    MAGNET,
    RECYCLING,
    RESERVE,
    RESEARCH,
    WORKFORCE,
    POLICY
}
