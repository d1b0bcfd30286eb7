export async function measurePeers() {
  return { title: 'Peers', markdown: '' };
}
