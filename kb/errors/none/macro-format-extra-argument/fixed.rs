pub fn report(user: &str, count: usize) {
    println!("orders of {user}: {count}");
}
