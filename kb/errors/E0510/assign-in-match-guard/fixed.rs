pub fn attempts(mut limit: Option<u32>, urgent: bool) -> u32 {
    match limit {
        None if urgent => {
            limit = Some(10);
            println!("raising the limit");
        }
        None => println!("no limit"),
        Some(_) => println!("limit is set"),
    }
    limit.unwrap_or(3)
}
