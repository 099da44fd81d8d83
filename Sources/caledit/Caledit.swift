import ArgumentParser

@main struct Caledit: ParsableCommand {}
