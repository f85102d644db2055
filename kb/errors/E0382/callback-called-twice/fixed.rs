fn notify_both<F>(first: &str, second: &str, notify: F)
where
    F: Fn(&str),
{
    notify(first);
    notify(second);
}

fn main() {
    let subject = String::from("maintenance tonight");
    notify_both("ada", "kim", |user| println!("to {user}: {subject}"));
}
