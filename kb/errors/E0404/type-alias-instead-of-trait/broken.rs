type Handler = Box<dyn Fn(&str)>;

pub fn for_each_line<H: Handler>(log: &str, handler: H) {
    for line in log.lines() {
        handler(line);
    }
}

pub fn printer(prefix: String) -> impl Fn(&str) {
    let handler: Handler = Box::new(move |line| println!("{prefix}: {line}"));
    handler
}
