fn default_timeout() -> u32 {
    30
}

fn main() {
    let timeout = default_timeout();
    let pointer = &raw const timeout;
    // SAFETY: `timeout` lives to the end of `main` and is not changed.
    println!("{}", unsafe { *pointer });
}
