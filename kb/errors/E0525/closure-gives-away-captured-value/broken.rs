fn retry(times: u32, text: impl Fn() -> String) {
    for attempt in 1..=times {
        println!("{attempt}: {}", text());
    }
}

fn main() {
    let host = String::from("db1 does not answer");
    let message = move || host;
    retry(3, message);
}
