fn start() {
    println!("ready");
}
