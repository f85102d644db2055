async fn fetch(name: &str) -> String {
    format!("{}", name.len())
}

pub async fn refresh(name: &str) -> bool {
    let job = async {
        let size = fetch(name).await.parse::<u32>()?;
        println!("{name}: {size}");
        Ok(())
    };
    job.await.is_ok()
}
