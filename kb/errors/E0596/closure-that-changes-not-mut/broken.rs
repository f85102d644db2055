fn main() {
    let mut last = 100;
    let next_id = || {
        last += 1;
        last
    };
    println!("order {}", next_id());
    println!("order {}", next_id());
}
