fn main() {
    let mut open = 0;
    let connect = |open: &mut i32| *open += 1;
    let disconnect = |open: &mut i32| *open -= 1;
    connect(&mut open);
    connect(&mut open);
    disconnect(&mut open);
    println!("{open} connections open");
}
