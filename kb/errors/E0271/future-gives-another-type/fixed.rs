pub async fn log_size(name: &str, size: impl Future<Output = u64>) {
    println!("{name}: {} bytes", size.await);
}

async fn measure(pages: &[Vec<u8>]) -> u64 {
    pages.iter().map(|page| page.len() as u64).sum()
}

pub async fn report(pages: &[Vec<u8>]) {
    log_size("report", measure(pages)).await;
}
