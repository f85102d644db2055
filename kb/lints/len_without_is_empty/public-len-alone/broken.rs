pub struct Playlist {
    songs: Vec<String>,
}

impl Playlist {
    pub fn load(songs: Vec<String>) -> Self {
        Self { songs }
    }

    pub fn len(&self) -> usize {
        self.songs.len()
    }
}
