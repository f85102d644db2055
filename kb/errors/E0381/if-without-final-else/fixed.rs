pub fn greet(points: u32) {
    let tier = if points > 1000 {
        "gold"
    } else if points > 100 {
        "silver"
    } else {
        "regular"
    };
    println!("you are a {tier} member");
}
